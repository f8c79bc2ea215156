import type { ReviewCard } from '../../domain';
import type { CardRenderer } from './renderer';

/** A review card for programs, and to be stored and shown later: docs/schema/review.schema.json. */
export const renderCardJson: CardRenderer = (card: ReviewCard) => `${JSON.stringify(card, null, 2)}\n`;
