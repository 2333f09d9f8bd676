import { checked, lines, Store } from "./store.mjs";
import { input, keep, output } from "./toolkit.mjs";

const key = checked(input("key"));
const store = new Store(lines("path"));
const keys = [key, ...lines("restore-keys")];
const found = store.find(keys);

output("cache-primary-key", key);
if (found) {
  store.restore(found);
  keep("found", found);
  output("cache-matched-key", found);
  output("cache-hit", String(found === key));
  console.log(`Cache restored from key: ${found}`);
} else {
  console.log(`Cache not found for input keys: ${keys.join(", ")}`);
}
