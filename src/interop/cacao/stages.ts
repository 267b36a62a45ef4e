type Waiting = { readonly id: string; readonly after: readonly string[] }

/** Steps in stages: each stands in the first in which all that it waits for is done. They must not wait in a ring. */
export const stagesOf = <Step extends Waiting>(steps: readonly Step[]): readonly (readonly Step[])[] => {
  const done = new Set<string>()
  const stages: (readonly Step[])[] = []
  for (let left = steps; left.length > 0; ) {
    const ready = left.filter(step => step.after.every(id => done.has(id)))
    // nobody can be told to wait for ever: what is left of a ring is done together
    const stage = ready.length > 0 ? ready : left
    stages.push(stage)
    for (const { id } of stage) done.add(id)
    left = left.filter(step => !stage.includes(step))
  }
  return stages
}
