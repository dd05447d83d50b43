/**
 * What the export of a hub holds, in this order. A noun that a hub owns rows of has one line here.
 *
 * @module
 */
import { actionPlanExporter, actionPlanVersionExporter } from '../action-plans/exporter.ts';
import { applicationExporter } from '../applications/exporter.ts';
import { auditExporter } from '../audit/store.ts';
import { blockExporter } from '../blocks/exporter.ts';
import { feedbackExporter } from '../feedback/exporter.ts';
import { feedExporter } from '../feeds/store.ts';
import { importExporter, importRowExporter } from '../imports/exporter.ts';
import { introductionExporter } from '../introductions/exporter.ts';
import type { Exporter } from '../lib/exporter.ts';
import { mailExporter } from '../mails/keeping-store.ts';
import { planBlockedExporter, planExporter, planMeetingExporter, planParticipantExporter } from '../plans/exporter.ts';
import { subscriptionExporter } from '../subscriptions/keeping-store.ts';
import { suppressionExporter } from '../suppressions/store.ts';
import {
  agreementExporter,
  consentExporter,
  corridorExporter,
  keyExporter,
  tokenKeyExporter,
  webhookExporter,
} from './export-tables.ts';
import { profileExporter } from './list-store.ts';

export const EXPORTERS: readonly Exporter[] = [
  keyExporter,
  tokenKeyExporter,
  webhookExporter,
  agreementExporter,
  corridorExporter,
  profileExporter,
  consentExporter,
  introductionExporter,
  blockExporter,
  feedbackExporter,
  feedExporter,
  subscriptionExporter,
  suppressionExporter,
  mailExporter,
  planExporter,
  planParticipantExporter,
  planBlockedExporter,
  planMeetingExporter,
  actionPlanExporter,
  actionPlanVersionExporter,
  applicationExporter,
  importExporter,
  importRowExporter,
  auditExporter,
];
