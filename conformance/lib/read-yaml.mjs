// What the npm package `yaml` reads, with its own defaults: a list of paths on stdin, a JSON entry for each on stdout.
import { readFileSync } from "node:fs";
import { require } from "../runner/packages.mjs";

const { parse } = require("yaml");
const files = readFileSync(0, "utf8").trim().split("\n");
const answer = files.map((file) => {
  try {
    return { data: parse(readFileSync(file, "utf8")) };
  } catch (error) {
    return { error: String(error.message).split("\n")[0] };
  }
});
console.log(JSON.stringify(answer));
