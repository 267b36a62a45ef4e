const verbs =
  "is|isn['’]?t|are|aren['’]?t|was|wasn['’]?t|were|weren['’]?t|has|hasn['’]?t|will|won['’]t|would|wouldn['’]?t|can['’]?t|can|cannot|could|couldn['’]?t|should|shouldn['’]?t|must|might|does|doesn['’]?t|did|didn['’]?t|don['’]?t"

/** What goes on a sentence in which the command's name is a word: "the timeline of the attack", "done is done". */
const continues = new RegExp(
  `^(?:(?:of|or|${verbs}|seems|sounds|looks|means|do not|not yet|may (?!\\d))(?![\\p{L}\\p{N}_-])|['’]s\\b)`,
  'iu',
)

/** "The cancel button does nothing", "the status page is down": the name of something on a screen. */
const isOnScreen = new RegExp(
  `^(?:pages?|buttons?|endpoints?|links?|views?|tabs?|screens?|forms?|commands?|routes?|requests?|menus?|fields?|columns?|apis?|calls?) (?:${verbs}|had|\\w+s)\\b`,
  'i',
)

/** Whether words read like the rest of a sentence, not like what a command is told. */
export const readsOn = (text: string): boolean => continues.test(text) || isOnScreen.test(text)

/** Words that name nothing, so that what follows them is the name, or there is none. */
export const isFiller = (word: string): boolean => fillers.test(word) || continues.test(word)

const fillers =
  /^(?:the|a|an|our|my|your|their|his|her|its|this|that|these|those|some|all|any|in|on|at|for|from|to|with|by|and|it|we|they|i|you)$/i
