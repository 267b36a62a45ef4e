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

const determiner =
  "the|a|an|my|our|your|his|her|their|its|this|that|these|those|all|all the|every|any|today['’]s|tomorrow['’]s|tonight['’]s"
const otherThing =
  'meetings?|calls?|appointments?|stand-?ups?|retro|bookings?|orders?|subscriptions?|reservations?|flights?|hotels?|trips?|events?|invites?|invitations?|interviews?|lunch|dinner|parties|party|jobs?|builds?|deploys?|deployments?|runs?|pipelines?|workflows?|rollouts?|releases?|migrations?|backups?|downloads?|uploads?|transactions?|payments?|transfers?|maintenance|bridge|war room|zoom|huddle|rest|others?'

/** "The meeting", "all jobs", "it": what else people cancel, and no reason why an alarm was false. */
const other = new RegExp(
  `^(?:(?:${determiner}) (?:[\\p{L}\\d'’-]{1,20} ){0,2})?(?:${otherThing})(?: (?:please|for (?:today|now|tonight|tomorrow)|(?:to)?(?:day|morrow|night)|(?:at|on|with|in) .{1,40}))?[.!]?$|^(?:it|this|that|them|these|those|everything|all|all of it|now)(?: please)?[.!]?$`,
  'iu',
)

/** Whether words name a thing that can be cancelled, where a reason is wanted. */
export const namesOtherThing = (text: string): boolean => other.test(text)

/** "For today", "with my shift": what somebody has done who goes home, and no note about a step. */
const endOfWork =
  /^(?:for (?:today|tonight|now|(?:the|this|my) (?:day|night|evening|week|weekend|shift))|(?:with )?(?:my|the|this) (?:shift|day)|here|working)(?:,? (?:thanks|thank you|all|everyone|folks|guys|bye|good ?night))*[.!]*$/i

/** Whether words say that somebody stops working. */
export const endsWork = (text: string): boolean => endOfWork.test(text)

/** Words that name nothing, so that what follows them is the name, or there is none. */
export const isFiller = (word: string): boolean => fillers.test(word) || continues.test(word)

const fillers =
  /^(?:the|a|an|our|my|your|their|his|her|its|this|that|these|those|some|all|any|in|on|at|for|from|to|with|by|and|it|we|they|i|you)$/i
