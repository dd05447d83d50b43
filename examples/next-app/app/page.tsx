import { isLocale, LOCALES } from '@kopru/sdk/facets';
import { kopru, matchesOf } from '../lib/kopru.ts';

interface Props {
  readonly searchParams: Promise<{ startup?: string; lang?: string }>;
}

export default async function Page({ searchParams }: Props) {
  const asked = await searchParams;
  const lang = isLocale(asked.lang) ? asked.lang : 'en';
  const { items: startups } = await kopru().startups.list({ limit: 50 });
  const chosen = startups.find(({ id }) => id === asked.startup) ?? startups[0];
  const matches = chosen ? await matchesOf(chosen.id, lang) : [];

  return (
    <main>
      <h1>Who fits whom</h1>
      <form>
        <label>
          Startup
          <select name="startup" defaultValue={chosen?.id}>
            {startups.map(({ id, profile }) => (
              <option key={id} value={id}>
                {profile.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          Language of the reasons
          <select name="lang" defaultValue={lang}>
            {LOCALES.map((locale) => (
              <option key={locale} value={locale}>
                {new Intl.DisplayNames(locale, { type: 'language' }).of(locale)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">Show</button>
      </form>

      <h2>{matches.length > 0 ? `Matches of ${chosen?.profile.name}` : 'No match yet'}</h2>
      <ol lang={lang}>
        {matches.map(({ id, name, score, reasons, cautions }) => (
          <li key={id}>
            <h3>
              {name} <output>{score}</output>
            </h3>
            <ul>
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
              {cautions.map((caution) => (
                <li key={caution} className="caution">
                  {caution}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </main>
  );
}
