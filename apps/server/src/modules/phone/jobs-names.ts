/** The job that has a phone system dial; its handler knows how the phone system is spoken to. */
export const dialPhone = 'dialPhone'
/** The job that fetches a recording from a phone system. */
export const fetchPhoneRecording = 'fetchPhoneRecording'
