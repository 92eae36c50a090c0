/** The job that has a phone system dial; its handler knows how the phone system is spoken to. */
export const dialPhone = 'dialPhone'
