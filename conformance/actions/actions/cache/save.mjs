import { checked, lines, Store } from "./store.mjs";
import { input, state } from "./toolkit.mjs";

const key = checked(input("key"));
if (state("found") === key) {
  console.log(`Cache hit occurred on the primary key ${key}, not saving cache.`);
} else if (new Store(lines("path")).save(key)) {
  console.log(`Cache saved with key: ${key}`);
} else {
  console.log(`Failed to save: there is a cache with the key ${key}`);
}
