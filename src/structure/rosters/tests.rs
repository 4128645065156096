//! Rosters are found where a text enumerates parties, and nowhere else.

use super::*;
use crate::document::{
    BlockDraft, BlockKind, Builder, ContentId, Fragment, Metadata, Origin, RosterEntry, SectionKind,
};

/// The parties that a text in a language lists, with what it says of them.
fn told(tag: &str, text: &str) -> String {
    let mut builder = Builder::new();
    builder.open(SectionKind::Heading, None);
    builder.push(&BlockDraft {
        kind: BlockKind::Paragraph,
        source: 0..0,
        label: None,
        body: vec![Fragment { source: 0, text }],
        gap: false,
    });
    builder.close();
    let mut metadata = Metadata::new("", Origin::StandardInput, ContentId([0; 32]));
    metadata.language = Some(tag.to_owned());
    let rosters = find(&builder.finish(metadata), &[]);
    let entry = |entry: &RosterEntry| match entry.note() {
        note if note.is_empty() => entry.name.clone(),
        note => format!("{} ({note})", entry.name),
    };
    let rosters = rosters.iter().map(|roster| {
        let stated = roster.stated.map_or(String::new(), |count| format!(" {count}"));
        let entries: Vec<String> = roster.entries.iter().map(entry).collect();
        format!("{}{stated}: {}", roster.kind.name(), entries.join(", "))
    });
    rosters.collect::<Vec<_>>().join("; ")
}

#[test]
fn parties_are_told_in_the_words_of_the_language() {
    for (tag, text, expected) in [
        (
            "de",
            "Der Bund hat fünf Mitglieder: Alba, Brenn, das Königreich Cor, Dun und Esk. Fenn, Gorm und Hulne nehmen als Beobachter teil. Ister wurde sechstes Mitglied. Alba entsandte einen Minister; der Präsident der Republik Brenn leitete die Delegation.",
            "members 6: Alba (minister), Brenn (president), Königreich Cor, Dun, Esk, Ister (joined later); observers: Fenn, Gorm, Hulne",
        ),
        (
            "fr",
            "La Ligue compte cinq États membres, à savoir l’Alba, Brenn, le Royaume de Cor, Dun et Esk. Fenn et l’Organisation des Ports participent en qualité d’observateurs. Ister est devenue le sixième membre. Le président de l’Alba a conduit sa délégation et Dun était représentée par son vice-premier ministre.",
            "members 6: Alba (president), Brenn, Royaume de Cor, Dun (deputy prime minister), Esk, Ister (joined later); observers: Fenn, Organisation des Ports",
        ),
        (
            "es",
            "La Liga tiene cuatro miembros: Alba, Brenn, el Reino de Cor y Dun. Esk, Fenn y Gorm tienen la condición de observador. Hulne se convirtió en el quinto miembro. El presidente de Alba encabezó la delegación y Brenn envió a su ministro de comercio.",
            "members 5: Alba (president), Brenn (minister), Reino de Cor, Dun, Hulne (joined later); observers: Esk, Fenn, Gorm",
        ),
        (
            "pt",
            "São membros: Alba, Brenn e Cor. Dun tornou-se o quarto membro.",
            "members 4: Alba, Brenn, Cor, Dun (joined later)",
        ),
        (
            "it",
            "I membri sono Alba, la Repubblica di Brenn e Cor.",
            "members: Alba, Repubblica di Brenn, Cor",
        ),
        (
            "nl",
            "De leden zijn Alba, Brenn en het Koninkrijk Cor.",
            "members: Alba, Brenn, Koninkrijk Cor",
        ),
        (
            "ru",
            "Членами Союза являются Альба, Бренн, Кор и Дун. Эск и Фенн имеют статус наблюдателя.",
            "members: Альба, Бренн, Кор, Дун; observers: Эск, Фенн",
        ),
        ("pl", "Członkami są Alba, Brenn oraz Cor.", "members: Alba, Brenn, Cor"),
        ("hu", "A Szövetség tagjai: Alba, Brenn és Cor.", "members: Alba, Brenn, Cor"),
        (
            "fi",
            "Liiton jäseniä ovat Alba, Brenn ja Cor. Dun ja Esk ovat tarkkailijoita.",
            "members: Alba, Brenn, Cor; observers: Dun, Esk",
        ),
        (
            "el",
            "Μέλη είναι η Άλβα, η Δημοκρατία της Βρένης και η Κορ. Η Δουν συμμετέχει ως παρατηρητής. Η Κορ εκπροσωπήθηκε από τον υπουργό.",
            "members: Άλβα, Δημοκρατία της Βρένης, Κορ (minister); observers: Δουν",
        ),
        ("tr", "Birliğin üyeleri: Alba, Brenn ve Cor.", "members: Alba, Brenn, Cor"),
        (
            "id",
            "Anggotanya adalah Alba, Brenn, dan Cor. Dun menjadi anggota baru. Esk hadir sebagai pengamat.",
            "members: Alba, Brenn, Cor; observers: Esk",
        ),
        (
            "vi",
            "Các thành viên là Alba, Brenn và Cor. Dun tham dự với tư cách quan sát viên.",
            "members: Alba, Brenn, Cor; observers: Dun",
        ),
        (
            "bg",
            "Членове са Алба, Република Брен и Кор. Дун участва като наблюдател.",
            "members: Алба, Република Брен, Кор; observers: Дун",
        ),
        (
            "hr",
            "Članice su Alba, Republika Brenn i Cor. Dun sudjeluje kao promatrač.",
            "members: Alba, Republika Brenn, Cor; observers: Dun",
        ),
        (
            "sv",
            "Medlemmar är Alba, Brenn och Cor. Observatörer är Dun och Esk.",
            "members: Alba, Brenn, Cor; observers: Dun, Esk",
        ),
        // The words of one language count in a text of that language alone.
        ("de", "The members are Alba, Brenn, Cor and Dun.", ""),
    ] {
        assert_eq!(told(tag, text), expected, "{tag}");
    }
}
