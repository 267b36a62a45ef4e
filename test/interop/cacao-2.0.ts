import { z } from 'zod'

// CACAO Security Playbooks 2.0, for what an export uses of it: stricter than the importer, which takes what others write.

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'
const id = (kind: string) => z.string().regex(new RegExp(`^${kind}--${uuid}$`))
const anyId = id('[a-z][a-z0-9-]+[a-z0-9]')
const timestamp = z.iso.datetime()
const extensions = z.record(id('extension-definition'), z.looseObject({}))
const reference = z.strictObject({ name: z.string(), description: z.string().optional(), url: z.string().optional() })

const start = z.strictObject({ type: z.literal('start'), on_completion: anyId })
const end = z.strictObject({ type: z.literal('end') })
const parallel = z.strictObject({
  type: z.literal('parallel'),
  next_steps: z.array(anyId).min(2),
  on_completion: anyId,
})
const action = z.strictObject({
  type: z.literal('action'),
  name: z.string(),
  description: z.string().optional(),
  on_completion: anyId,
  commands: z.array(z.strictObject({ type: z.literal('manual'), command: z.string() })).min(1),
  agent: anyId,
  step_extensions: extensions,
})

/** A playbook as the specification has it. */
export const cacao = z
  .strictObject({
    type: z.literal('playbook'),
    spec_version: z.literal('cacao-2.0'),
    id: id('playbook'),
    name: z.string(),
    description: z.string().optional(),
    playbook_types: z
      .array(
        z.enum([
          'attack',
          'detection',
          'engagement',
          'investigation',
          'mitigation',
          'notification',
          'prevention',
          'remediation',
        ]),
      )
      .min(1)
      .optional(),
    created_by: id('identity'),
    created: timestamp,
    modified: timestamp,
    revoked: z.boolean(),
    severity: z.int().min(0).max(100),
    labels: z.array(z.string()).min(1),
    external_references: z.array(reference).min(1).optional(),
    workflow_start: id('start'),
    workflow: z.record(anyId, z.discriminatedUnion('type', [start, end, parallel, action])),
    playbook_extensions: extensions,
    agent_definitions: z.record(id('group'), z.strictObject({ type: z.literal('group'), name: z.string().min(1) })),
    extension_definitions: z.record(
      id('extension-definition'),
      z.strictObject({
        type: z.literal('extension-definition'),
        name: z.string(),
        description: z.string(),
        created_by: id('identity'),
        schema: z.string(),
        version: z.string(),
      }),
    ),
  })
  .refine(({ workflow }) => Object.entries(workflow).every(([id, step]) => id.startsWith(`${step.type}--`)))
  .refine(({ workflow, workflow_start }) => {
    const led = Object.values(workflow).flatMap(step => [
      ...('on_completion' in step ? [step.on_completion] : []),
      ...('next_steps' in step ? step.next_steps : []),
    ])
    return led.every(id => id in workflow) && new Set([workflow_start, ...led]).size === Object.keys(workflow).length
  }, 'every step is led to, and every way leads to a step')
