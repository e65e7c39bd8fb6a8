import type { SectionTitles } from '../section-kinds.ts';

export const en: SectionTitles = {
  summary:
    'Summary|Profile|About|About me|Professional summary|Executive summary|Objective|Career objective|Introduction|Overview',
  work: 'Experience|Work experience|Professional experience|Professional experiences|Work|Employment|Employment history|Work history|Career|Positions|Appointments|Research experience|Teaching experience',
  volunteer: 'Volunteering|Volunteer experience|Volunteer work|Volunteer|Community service',
  education: 'Education|Academic background|Qualifications|Training',
  projects: 'Projects|Personal projects|Selected projects',
  publications:
    'Publications|Selected publications|Papers|List of publications|Publication list|Other journal articles',
  awards:
    'Awards|Honors|Honours|Awards and honors|Honors and awards|Awards and honours|Selected awards|Selected honors|Grants and awards',
  certificates: 'Certificates|Certifications|Licenses and certifications|Courses and certifications',
  skills: 'Skills|Technical skills|Core skills|Key skills|Technologies|Competencies',
  languages: 'Languages|Language skills|Spoken languages',
  interests: 'Interests|Hobbies|Interests and hobbies|Hobbies and interests|Personal interests',
  references: 'References|Referees|Recommendations',
  further: 'Further information',
};
