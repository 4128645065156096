//! Which citations a person wants: the templates, and the one that is chosen.

use crate::bookmarks::Template;
use thiserror::Error;
use toml_edit::Value;

/// The templates for citations: those that are always there, and a person's own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Citations {
    chosen: Option<String>,
    own: Vec<(String, Template)>,
}

/// No template has the name.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("unknown citation style “{name}”: use one of {}", there.join(", "))]
pub struct UnknownTemplate {
    name: String,
    there: Vec<String>,
}

impl Citations {
    /// The template of a name; a person's own comes before one that is always
    /// there.
    ///
    /// # Errors
    /// Where there is none.
    pub fn named(&self, name: &str) -> Result<Template, UnknownTemplate> {
        let own = self.own.iter().find(|(known, _)| known == name);
        match own.map(|(_, template)| template.clone()).or_else(|| Template::built_in(name)) {
            Some(template) => Ok(template),
            None => Err(UnknownTemplate { name: name.to_owned(), there: self.names() }),
        }
    }

    /// The names of all of them, those that are always there first.
    pub fn names(&self) -> Vec<String> {
        let own = self.own.iter().map(|(name, _)| name.clone());
        Template::BUILT_IN.iter().map(|name| (*name).to_owned()).chain(own).collect()
    }

    /// The name of the one that a person has set.
    pub fn chosen(&self) -> Option<&str> {
        self.chosen.as_deref()
    }

    /// The template that is in force where none is asked for.
    pub fn template(&self) -> Template {
        self.chosen().and_then(|name| self.named(name).ok()).unwrap_or_else(Template::plain)
    }

    /// The template that is asked for by its name, else the one in force.
    ///
    /// # Errors
    /// Where there is none of that name.
    pub fn asked(&self, name: Option<&str>) -> Result<Template, UnknownTemplate> {
        name.map_or_else(|| Ok(self.template()), |name| self.named(name))
    }

    /// Adds a template, or changes it.
    pub(super) fn add(&mut self, name: &str, template: Template) {
        self.own.retain(|(known, _)| known != name);
        self.own.push((name.to_owned(), template));
    }

    /// Chooses a template.
    ///
    /// # Errors
    /// Where there is none of that name.
    pub fn choose(&mut self, name: &str) -> Result<(), UnknownTemplate> {
        self.named(name)?;
        self.chosen = Some(name.to_owned());
        Ok(())
    }

    /// The choice as the config writes it.
    pub(super) fn choice_line(&self) -> String {
        let name = self.chosen().unwrap_or("plain");
        // What is not set may still suit a format better than what would be.
        let comment = if self.chosen.is_some() { "" } else { "# " };
        format!("{comment}citation = {}\n", Value::from(name))
    }

    /// A person's templates as the config writes them.
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
