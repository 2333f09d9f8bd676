"""Really runs generated workflows: on act, and on a small runner of our own (`conformance/runner`) for the cache."""
