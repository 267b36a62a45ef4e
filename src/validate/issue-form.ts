import { z } from 'zod'

const text = z.string().trim().min(1)
const distinct = (list: readonly unknown[]): boolean => new Set(list).size === list.length
const words = z.array(text).min(1).refine(distinct)
const id = z.string().regex(/^[a-z0-9_-]+$/i)
const validations = z.strictObject({ required: z.boolean().optional() })
// GitHub takes no empty text anywhere: a key that is not needed is left out.
const asks = { label: text, description: text.optional() }
const written = { ...asks, placeholder: text.optional(), value: text.optional() }
// "None" is what GitHub itself writes for no choice.
const option = text.refine(one => one.toLowerCase() !== 'none')
const options = z.array(option).min(1).refine(distinct)

const question = <Type extends string, Attributes extends z.ZodObject>(type: Type, attributes: Attributes) =>
  z.strictObject({ type: z.literal(type), id: id.optional(), attributes, validations: validations.optional() })

const box = z.strictObject({ label: text, required: z.boolean().optional() })

const field = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown'), id: id.optional(), attributes: z.strictObject({ value: text }) }),
  question('textarea', z.strictObject({ ...written, render: text.optional() })),
  question('input', z.strictObject(written)),
  question(
    'dropdown',
    z.strictObject({ ...asks, options, multiple: z.boolean().optional(), default: z.int().min(0).optional() }),
  ),
  question('checkboxes', z.strictObject({ ...asks, options: z.array(box).min(1) })),
  question('upload', z.strictObject(asks)),
])

/** What GitHub takes for an issue form, `.github/ISSUE_TEMPLATE/<name>.yml`. */
export const issueForm = z.strictObject({
  name: text,
  description: text,
  title: text.optional(),
  labels: z.union([text, words]).optional(),
  assignees: z.union([text, words]).optional(),
  projects: z.union([text, words]).optional(),
  type: text.optional(),
  body: z.array(field).min(1),
})
export type IssueForm = z.infer<typeof issueForm>

/** What GitHub takes for the chooser of issue forms, `.github/ISSUE_TEMPLATE/config.yml`. */
export const issueChooser = z.strictObject({
  blank_issues_enabled: z.boolean().optional(),
  contact_links: z.array(z.strictObject({ name: text, url: z.string().regex(/^https?:\/\//), about: text })).optional(),
})
