import { checked, lines, Store } from "./store.mjs";
import { input, state } from "./toolkit.mjs";

const key = checked(input("key"));
if (state("found") === key) {
  console.log(`Cache hit occurred on the primary key ${key}, not saving cache.`);
} else {
  // As with the real action a job does not fail because its cache cannot be saved.
  try {
    const saved = new Store(lines("path")).save(key);
    console.log(saved ? `Cache saved with key: ${key}` : `Failed to save: there is a cache with the key ${key}`);
  } catch (problem) {
    console.log(`::warning::Failed to save: ${problem.message}`);
  }
}
