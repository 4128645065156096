use super::archive::Archive;
use crate::import::format::refusal::Refusal;
use crate::import::manuscript::Manuscript;
pub fn manuscript(_archive: &mut Archive<'_>) -> Result<Manuscript<'static>, Refusal> {
    todo!()
}
