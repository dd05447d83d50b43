import type { Exporter } from '../lib/exporter.ts';
import { answersOf, pageOfAnswers } from './store.ts';

/** The answers of a hub's members. The signals of each follow from the profiles and stay here. */
export const feedbackExporter: Exporter = {
  type: 'feedback',
  async page(db, hubId, after, limit) {
    const rows = await pageOfAnswers(db, hubId, after === undefined ? undefined : JSON.parse(after), limit);
    return rows.map((data) => {
      const { subject, candidate, answer } = data;
      return { key: JSON.stringify([subject.kind, subject.id, candidate.kind, candidate.id, answer]), data };
    });
  },
  ofProfile: (db, hubId, kind, id) => answersOf(db, hubId, { kind, id }),
};
