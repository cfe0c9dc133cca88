/** Speeds of the narrator; the server refuses by the same figures. */
const WORDS_PER_SECOND = 2.6;
const CHINESE_PER_SECOND = 4.2;

const HEADING = /^\s*(?:#{1,6}\s|(?:INT|EXT|INT\.?\/EXT)[.\s]|[\u5185\u5916]\u666f|=+\s*$|-{3,}\s*$)/i;

/** About how long the text takes to read aloud, without scene headings. Only a hint: the server reads the real lines. */
export function readingMs(script: string): number {
  const spoken = script
    .split("\n")
    .filter((line) => !HEADING.test(line))
    .join("\n");
  const chinese = spoken.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = spoken.replace(/\p{Script=Han}/gu, " ").match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
  return Math.round((words / WORDS_PER_SECOND + chinese / CHINESE_PER_SECOND) * 1000);
}
