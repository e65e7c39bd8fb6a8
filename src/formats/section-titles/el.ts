import type { SectionTitles } from '../section-kinds.ts';

export const el: SectionTitles = {
  summary: 'Προφίλ',
  work: 'Επαγγελματική εμπειρία|Εμπειρία',
  volunteer: 'Εθελοντισμός',
  education: 'Εκπαίδευση|Σπουδές',
  projects: 'Έργα',
  publications: 'Δημοσιεύσεις',
  awards: 'Βραβεία|Διακρίσεις',
  certificates: 'Πιστοποιητικά',
  skills: 'Δεξιότητες',
  languages: 'Γλώσσες',
  interests: 'Ενδιαφέροντα',
  references: 'Συστάσεις',
  further: 'Λοιπά στοιχεία',
};
