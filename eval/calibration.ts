/**
 * From cosine to the semantic signal: logistic calibration of a binary outcome (Platt, "Probabilistic
 * outputs for support vector machines", 1999) and how good it is.
 *
 * @module
 */

/** Cosines of pairs whose outcome is known. */
export interface Outcomes {
  /** Cosines, in [-1, 1], of the pairs that belong together. At least one. */
  readonly positive: readonly number[];
  /** Cosines of the pairs that do not. At least one. */
  readonly negative: readonly number[];
}

/** p(cosine) = 1 / (1 + exp(-(slope * cosine + intercept))). */
export interface Calibration {
  readonly slope: number;
  readonly intercept: number;
}

/** One bin of a reliability diagram; the weights of all bins sum to 1. */
interface ReliabilityBin {
  readonly weight: number;
  /** Mean of what was predicted, in [0, 1]. */
  readonly predicted: number;
  /** Share that belonged together, in [0, 1]. */
  readonly observed: number;
}

export interface CalibrationQuality {
  /** Mean of -ln of the probability given to what was true; for a predictor that knows nothing the entropy of the prior (0.325 at 0.1). */
  readonly logLoss: number;
  /** Expected calibration error: mean, over ten bins of equal width, of |predicted - observed|. */
  readonly ece: number;
  readonly bins: readonly ReliabilityBin[];
}

/** Strength of the penalty (ridge / 2) * (slope^2 + intercept^2): keeps separable classes finite, shows nowhere else. */
const RIDGE = 1e-6;
/** Bins of a reliability diagram, of equal width over [0,1]. */
export const BINS = 10;
export const binOf = (p: number): number => Math.min(BINS - 1, Math.floor(p * BINS));

export function predict({ slope, intercept }: Calibration, cosine: number): number {
  return 1 / (1 + Math.exp(-(slope * cosine + intercept)));
}

/**
 * Fits by Newton's method with step halving. The result is the probability that a pair belongs
 * together when the share `prior` of all pairs does, whatever the sizes of the classes.
 *
 * @param prior weight of the pairs that belong together, in (0,1).
 * @throws {RangeError} if a class is empty.
 */
export function fitCalibration(outcomes: Outcomes, prior: number): Calibration {
  let fit: Calibration = { slope: 0, intercept: 0 };
  let loss = penalisedLoss(fit, outcomes, prior);
  for (;;) {
    const step = newtonStep(fit, outcomes, prior);
    let share = 1;
    let next = fit;
    let nextLoss = loss;
    do {
      next = { slope: fit.slope - share * step.slope, intercept: fit.intercept - share * step.intercept };
      nextLoss = penalisedLoss(next, outcomes, prior);
      share /= 2;
    } while (!(nextLoss < loss) && share > 1e-6);
    if (!(nextLoss < loss - 1e-14)) return fit;
    fit = next;
    loss = nextLoss;
  }
}

/** How well a calibration predicts; the classes weigh as in {@link fitCalibration}. */
export function calibrationQuality(calibration: Calibration, outcomes: Outcomes, prior: number): CalibrationQuality {
  const sums = Array.from({ length: BINS }, () => ({ weight: 0, predicted: 0, observed: 0 }));
  for (const { cosine, truth, weight } of weighted(outcomes, prior)) {
    const p = predict(calibration, cosine);
    const bin = sums[binOf(p)] as (typeof sums)[number];
    bin.weight += weight;
    bin.predicted += weight * p;
    bin.observed += weight * truth;
  }
  return {
    logLoss: logLoss(calibration, outcomes, prior),
    ece: sums.reduce((total, bin) => total + Math.abs(bin.predicted - bin.observed), 0),
    bins: sums.map(({ weight, predicted, observed }) => ({
      weight,
      predicted: predicted / (weight || 1),
      observed: observed / (weight || 1),
    })),
  };
}

/** Value below which this share of the values lies, interpolated between neighbours. `values` is sorted, and not empty. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)] as number;
  const high = sorted[Math.ceil(at)] as number;
  return low + (at - Math.floor(at)) * (high - low);
}

function* weighted(
  { positive, negative }: Outcomes,
  prior: number,
): Generator<{ cosine: number; truth: 0 | 1; weight: number }> {
  if (positive.length === 0 || negative.length === 0) throw new RangeError('both classes need at least one pair');
  for (const cosine of positive) yield { cosine, truth: 1, weight: prior / positive.length };
  for (const cosine of negative) yield { cosine, truth: 0, weight: (1 - prior) / negative.length };
}

function logLoss({ slope, intercept }: Calibration, outcomes: Outcomes, prior: number): number {
  let loss = 0;
  for (const { cosine, truth, weight } of weighted(outcomes, prior)) {
    const against = (truth === 1 ? -1 : 1) * (slope * cosine + intercept);
    loss += weight * (Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against)))); // ln(1 + e^against) without overflow
  }
  return loss;
}

function penalisedLoss(fit: Calibration, outcomes: Outcomes, prior: number): number {
  return logLoss(fit, outcomes, prior) + (RIDGE / 2) * (fit.slope ** 2 + fit.intercept ** 2);
}

/** Inverse Hessian times gradient of the penalised loss. */
function newtonStep(fit: Calibration, outcomes: Outcomes, prior: number): Calibration {
  let [gradSlope, gradIntercept] = [RIDGE * fit.slope, RIDGE * fit.intercept];
  let [ss, si, ii] = [RIDGE, 0, RIDGE];
  for (const { cosine, truth, weight } of weighted(outcomes, prior)) {
    const p = predict(fit, cosine);
    gradSlope += weight * (p - truth) * cosine;
    gradIntercept += weight * (p - truth);
    const curvature = weight * p * (1 - p);
    ss += curvature * cosine * cosine;
    si += curvature * cosine;
    ii += curvature;
  }
  const determinant = ss * ii - si * si;
  return {
    slope: (ii * gradSlope - si * gradIntercept) / determinant,
    intercept: (ss * gradIntercept - si * gradSlope) / determinant,
  };
}
