const near = String.raw`(?:(?:at|by|from|since|around|about|before|after|until|till|approx\.?|approximately|roughly|circa|ca\.?|~)\s*)`
const word = String.raw`(?![\p{L}\d'’-])`

/** Times of day as people say them: that they are times is plain, and which ones is not. */
const spoken = [
  // `14h`, but not `14h of logs`, which is how long
  String.raw`${near}{0,2}(?:[01]?\d|2[0-4])\s?h${word}(?!\s+(?:of|long|later|after|before|earlier|ago|and)\b)`,
  // `at 9`, `at around 3 in the afternoon`, but not `at 9 hosts`
  String.raw`(?:at|since|until|till)\s+(?:around\s+|about\s+)?(?:[01]?\d|2[0-4])(?!\s*%|[\p{L}\d:/-]|[.,]\d|\s+\p{L}*s(?!\p{L})|\s+(?:people|men|women|hours?)\b)`,
  String.raw`${near}{0,2}(?:[01]?\d|2[0-4])\s?(?:o['’ ]?clock|in\s+the\s+(?:morning|afternoon|evening|night))${word}`,
  String.raw`from\s+(?:[01]?\d|2[0-4])\s?(?:to|till|until|-|–)\s?(?:[01]?\d|2[0-4])(?!\s*%|[\p{L}\d.:,/]|\s+\p{L}*s(?!\p{L}))`,
  String.raw`${near}{0,2}(?:noon(?:ish|time)?|midday|midnight(?:ish)?|lunch\s?time|dinner\s?time|dawn|dusk|sunrise|sunset)${word}`,
  String.raw`${near}{0,2}(?:eod|eob|cob|(?:the\s+)?(?:end|close|start|beginning)\s+of\s+(?:the\s+)?(?:day|business|shift))${word}`,
  String.raw`${near}{0,2}(?:(?:very\s+)?(?:early|late|mid)(?:\s+in\s+the)?|this|the\s+same|in\s+the|during\s+the|over)[\s-]+(?:early\s+|late\s+)?(?:morning|afternoon|evening|night)${word}`,
]
const pattern = new RegExp(`^[\\s"'*_([|-]*(?:${spoken.join('|')})`, 'iu')

/** Whether a text begins with a time of day that is said in words, or by its hour alone. */
export const beginsSpoken = (text: string): boolean => pattern.test(text)
