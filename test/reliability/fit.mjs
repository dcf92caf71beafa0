// Logistic regression of "right" on the score of a join.

const ROUNDS = 60;
/** Pulls the slope towards 0 a little, so that a set without a wrong join has a fit at all. */
const RIDGE = 1e-3;
/** Fewer judged joins than this, or fewer of one sort, say nothing about a curve. */
const LEAST_JOINS = 20;
const LEAST_WRONG = 3;

/**
 * Intercept a and slope b with confidence = 1 / (1 + exp(-(a + b * score))), by Newton's method.
 * @param {{ score: number, isRight: boolean }[]} joins
 * @returns {{ a: number, b: number, loss: number } | null} null where there is too little to fit on.
 */
export function fitLogistic(joins) {
  const wrong = joins.filter(({ isRight }) => !isRight).length;
  if (joins.length < LEAST_JOINS || wrong < LEAST_WRONG || joins.length - wrong < LEAST_WRONG) return null;
  let a = 0;
  let b = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    let [slopeA, slopeB] = [0, -RIDGE * b];
    let [aa, ab, bb] = [1e-9, 0, RIDGE];
    for (const { score, isRight } of joins) {
      const p = logistic(a + b * score);
      const error = (isRight ? 1 : 0) - p;
      const weight = p * (1 - p);
      slopeA += error;
      slopeB += error * score;
      aa += weight;
      ab += weight * score;
      bb += weight * score * score;
    }
    const determinant = aa * bb - ab * ab;
    if (Math.abs(determinant) < 1e-12) break;
    const stepA = (bb * slopeA - ab * slopeB) / determinant;
    const stepB = (aa * slopeB - ab * slopeA) / determinant;
    a += clamp(stepA);
    b += clamp(stepB);
    if (Math.abs(stepA) + Math.abs(stepB) < 1e-9) break;
  }
  return { a, b, loss: meanLoss(joins, ({ score }) => logistic(a + b * score)) };
}

/** Mean of −ln of the probability given to what was the case: 0 is perfect, 0.69 a coin. */
export function meanLoss(joins, probability) {
  const sum = joins.reduce((total, join) => {
    const p = Math.min(1 - 1e-6, Math.max(1e-6, probability(join)));
    return total - Math.log(join.isRight ? p : 1 - p);
  }, 0);
  return joins.length === 0 ? Number.NaN : sum / joins.length;
}

function logistic(x) {
  return 1 / (1 + Math.exp(-x));
}

/** Newton oversteps where nearly all joins are right. */
function clamp(step) {
  return Math.max(-2, Math.min(2, step));
}
