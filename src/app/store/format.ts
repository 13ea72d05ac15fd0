/** Time left in words: `under 5 s`, `40 s left`, `3 min left`, `2 h 10 min left`; empty while nothing is known. */
export function timeLeft(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return ''
  return seconds < 5 ? 'a few seconds left' : `${duration(seconds)} left`
}

/** A length of time in at most two units: `4 s`, `12 min`, `2 h 10 min`, `3 d 4 h`. Rounded up, so that nobody waits longer than told. */
export function duration(seconds: number): string {
  const s = Math.max(0, Math.ceil(seconds))
  if (s < 90) return `${s} s`
  const minutes = Math.ceil(s / 60)
  if (minutes < 90) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
  const whole = Math.ceil(minutes / 60)
  return whole % 24 === 0 ? `${whole / 24} d` : `${Math.floor(whole / 24)} d ${whole % 24} h`
}

/** A file's size in decimal units: `812 B`, `4.1 MB`. */
export function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = Math.max(0, bytes)
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  return `${unit === 0 || value >= 99.5 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}

/** How long ago a moment was: `just now`, `5 min ago`, `3 h ago`, `2 days ago`. */
export function ago(iso: string, nowMs: number): string {
  const s = (nowMs - Date.parse(iso)) / 1000
  if (!Number.isFinite(s)) return ''
  if (s < 60) return 'just now'
  if (s < 3600) return `${Math.floor(s / 60)} min ago`
  if (s < 86_400) return `${Math.floor(s / 3600)} h ago`
  const days = Math.floor(s / 86_400)
  return days === 1 ? 'yesterday' : `${days} days ago`
}

/** A count with its noun: `1 shot`, `1,204 shots`. */
export const plural = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString('en')} ${n === 1 ? one : many}`
