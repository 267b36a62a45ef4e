/** Minutes in the longest unit that leaves no rest: `15 min`, `1 h`, `2 d`. */
export const minutesInWords = (count: number): string => {
  if (count % 1440 === 0) return `${count / 1440} d`
  return count % 60 === 0 ? `${count / 60} h` : `${count} min`
}
