const names = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'

/** The name of a month, whole or short, as a part of a pattern. */
export const month =
  'jan(?:uary)?|feb(?:r(?:uary)?)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'

/** 1 is January. */
export const monthOf = (name: string): number => names.split('|').indexOf(name.slice(0, 3).toLowerCase()) + 1
