import fox from "./stills/fox.svg";
import lighthouse from "./stills/lighthouse.svg";
import market from "./stills/market.svg";

/** Briefs for a first try. The words are in the translations; the stills are drawn by hand and show no real product of the models. */
export const EXAMPLES = [
  { name: "lighthouse", still: lighthouse },
  { name: "market", still: market },
  { name: "fox", still: fox },
] as const;
