/** A stored review. */
export const ReviewPage = () => <h1>Review</h1>;
