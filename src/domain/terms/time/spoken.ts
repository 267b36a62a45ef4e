const near = String.raw`(?:(?:at|by|from|since|around|about|before|after|until|till|approx\.?|approximately|roughly|circa|ca\.?|~)\s*)`
const word = String.raw`(?![\p{L}\d'’-])`
const counts = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'

/** Times of day as people say them: that they are times is plain, and which ones is not. */
const spoken = [
  // `14h`, but not `14h of logs`, which is how long
  String.raw`${near}{0,2}(?:[01]?\d|2[0-4])\s?h${word}(?!\s+(?:of|long|later|after|before|earlier|ago|and)\b)`,
  // `1630 the alert fired`, `16.30 we saw it`, but not `1630 hosts`, `16.30 GB`
  String.raw`(?:[01]\d|2[0-3])[.]?[0-5]\d\s+(?:the|an?|we|i|he|she|they|it|somebody|someone|nobody|all|first|no)${word}`,
  String.raw`(?:(?:in|during|from)\s+)?the\s+(?:small|early|wee)\s+hours${word}`,
  String.raw`${near}{0,2}(?:earlier|previously)\s*(?:[,:]|(?:the|we|i|he|she|they|somebody|someone|a|an)(?!\p{L}))`,
  String.raw`(?:(?:in|with)in|over|during)\s+the\s+(?:last|past)\s+(?:\d+\s|few\s|couple\s)?(?:minutes?|mins?|hours?|days?|weeks?)${word}`,
  String.raw`(?:${near}\s*)?(?:\d+|an?|a\s+few|some|a\s+couple\s+of|${counts})\s?(?:minutes?|mins?|hours?|h|days?|weeks?|while)\s+back${word}`,
  String.raw`(?:at\s+the\s+)?(?:end|beginning|start|middle)\s+of\s+last\s+(?:week|month|night)${word}`,
  // `just after 4`, `exactly at 4`
  String.raw`(?:(?:just|shortly|exactly|right|precisely|a\s+(?:little|bit))\s+)(?:after|before|at|past|around)\s+(?:[01]?\d|2[0-4])(?!\s*%|[\p{L}\d:/-]|[.,]\d|\s+\p{L}*s(?!\p{L})|\s+(?:people|men|women|hours?)\b)`,
  // the sixteenth at 04:11, without its month
  String.raw`[0-3]?\d\/[0-2]\d[0-5]\dz${word}`,
  // `at 9`, `at around 3 in the afternoon`, but not `at 9 hosts`
  String.raw`(?:at|since|until|till)\s+(?:around\s+|about\s+)?(?:[01]?\d|2[0-4])(?!\s*%|[\p{L}\d:/-]|[.,]\d|\s+\p{L}*s(?!\p{L})|\s+(?:people|men|women|hours?)\b)`,
  String.raw`${near}{0,2}(?:[01]?\d|2[0-4]|${counts})(?:ish)?\s?(?:o['’ ]?clock|(?:in\s+the|this|that|yesterday|last)\s+(?:morning|afternoon|evening|night))${word}`,
  // `4ish`, `~4`, `around 4`, but not `around 4 hosts`, `~4 GB`
  String.raw`${near}{0,2}(?:[01]?\d|2[0-4])[\s-]?ish${word}`,
  String.raw`(?:(?:around|about|approx\.?|approximately|roughly|circa|ca\.?)\s+|~\s?)(?:[01]?\d|2[0-4])(?!\s*%|\s*[-–]\s*\d|[\p{L}\d:/]|[.,]\d|\s+(?:of|more|other|different|million|thousand|hundred|percent|dozen|k|[kmgt]i?b|[mg]bit)(?!\p{L})|\s+(?:\p{L}+\s+)?\p{L}*s(?!\p{L})|\s+(?:people|men|women|hours?)\b)`,
  String.raw`from\s+(?:[01]?\d|2[0-4])\s?(?:to|till|until|-|–)\s?(?:[01]?\d|2[0-4])(?!\s*%|[\p{L}\d.:,/]|\s+\p{L}*s(?!\p{L}))`,
  String.raw`${near}{0,2}(?:noon(?:ish|time)?|midday|midnight(?:ish)?|lunch\s?time|dinner\s?time|dawn|dusk|sunrise|sunset)${word}`,
  String.raw`${near}{0,2}(?:eod|eob|cob|(?:the\s+)?(?:end|close|start|beginning)\s+of\s+(?:the\s+)?(?:day|business|shift))${word}`,
  String.raw`${near}{0,2}(?:(?:very\s+)?(?:early|late|mid)(?:\s+in\s+the)?|this|the\s+same|in\s+the|during\s+the|over)[\s-]+(?:early\s+|late\s+)?(?:morning|afternoon|evening|night)${word}`,
]
const pattern = new RegExp(`^[\\s"'*_([|-]*(?:${spoken.join('|')})`, 'iu')

/** Whether a text begins with a time of day that is said in words, or by its hour alone. */
export const beginsSpoken = (text: string): boolean => pattern.test(text)
