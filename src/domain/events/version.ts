/**
 * The version of the record that this program writes. It is raised with every change that an earlier one could not go by: a new
 * kind of event, a new key that matters, another meaning. Each commit carries it as the fence (`docs/protocol.md`).
 */
export const writerVersion = 3
