/**
 * Whether a cron is due in the minute of a time (UTC).
 *
 * @param cron five fields, each a number or `*`: all that wrangler.toml uses.
 */
export function isDue(cron: string, time: Date): boolean {
  const parts = [time.getUTCMinutes(), time.getUTCHours(), time.getUTCDate(), time.getUTCMonth() + 1, time.getUTCDay()];
  return cron.split(' ').every((field, i) => field === '*' || Number(field) === parts[i]);
}
