import type { SectionTitles } from '../section-kinds.ts';

export const de: SectionTitles = {
  summary: 'Profil|Kurzprofil|Über mich|Zusammenfassung',
  work: 'Berufserfahrung|Beruflicher Werdegang|Erfahrung|Berufspraxis|Anstellungen',
  volunteer: 'Ehrenamt|Ehrenamtliche Tätigkeiten|Freiwilligenarbeit',
  education: 'Ausbildung|Bildung|Bildungsweg|Studium',
  projects: 'Projekte',
  publications: 'Publikationen|Veröffentlichungen|Publikationsliste',
  awards: 'Auszeichnungen|Preise|Ehrungen',
  certificates: 'Zertifikate|Zertifizierungen',
  skills: 'Kenntnisse|Fähigkeiten|Kompetenzen',
  languages: 'Sprachen|Sprachkenntnisse',
  interests: 'Interessen|Hobbys',
  references: 'Referenzen',
  further: 'Weitere Angaben',
};
