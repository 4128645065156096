//! The user's citation styles: the templates, and the chosen one.

use crate::bookmarks::Template;
use crate::messages::settings;
use thiserror::Error;
use toml_edit::Value;

/// The templates for citations: the built-in ones and the user's own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Citations {
    chosen: Option<String>,
    own: Vec<(String, Template)>,
}

/// No template has this name.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", settings::style_unknown(name, there.join(", ")))]
pub struct UnknownTemplate {
    name: String,
    there: Vec<String>,
}

impl Citations {
    /// Returns the template with this name; the user's own templates override
    /// built-in ones.
    ///
    /// # Errors
    /// If there is none.
    pub fn named(&self, name: &str) -> Result<Template, UnknownTemplate> {
        let own = self.own.iter().find(|(known, _)| known == name);
        match own.map(|(_, template)| template.clone()).or_else(|| Template::built_in(name)) {
            Some(template) => Ok(template),
            None => Err(UnknownTemplate { name: name.to_owned(), there: self.names() }),
        }
    }

    /// Returns all names, the built-in ones first.
    pub fn names(&self) -> Vec<String> {
        let own = self.own.iter().map(|(name, _)| name.clone());
        Template::BUILT_IN.iter().map(|name| (*name).to_owned()).chain(own).collect()
    }

    /// The name of the template that the user has set.
    pub fn chosen(&self) -> Option<&str> {
        self.chosen.as_deref()
    }

    /// Returns the default template.
    pub fn template(&self) -> Template {
        self.chosen().and_then(|name| self.named(name).ok()).unwrap_or_else(Template::plain)
    }

    /// Returns the template with this name, or else the default.
    ///
    /// # Errors
    /// If no template has this name.
    pub fn asked(&self, name: Option<&str>) -> Result<Template, UnknownTemplate> {
        name.map_or_else(|| Ok(self.template()), |name| self.named(name))
    }

    /// Adds or replaces a template.
    pub(super) fn add(&mut self, name: &str, template: Template) {
        self.own.retain(|(known, _)| known != name);
        self.own.push((name.to_owned(), template));
    }

    /// Sets the default template.
    ///
    /// # Errors
    /// If no template has this name.
    pub fn choose(&mut self, name: &str) -> Result<(), UnknownTemplate> {
        self.named(name)?;
        self.chosen = Some(name.to_owned());
        Ok(())
    }

    /// Returns the user's templates as a table of the config.
    pub(super) fn table(&self) -> String {
        let lines = self.own.iter().map(|(name, template)| {
            format!(
                "{} = {}\n",
                toml_edit::Key::new(name.as_str()),
                Value::from(template.written())
            )
        });
        let lines: String = lines.collect();
        if lines.is_empty() { lines } else { format!("\n[citations]\n{lines}") }
    }
}
