package io.vimax.worker.provider.local.voice;

/**
 * What was written to the file.
 *
 * @param durationMs length of the file, milliseconds
 * @param sampleRate samples per second; the file is 16-bit mono
 * @param speedUp by how much the line was hurried to fit its time, 1.0 (not at all) to {@link ScratchVoice#MOST_HURRY}
 * @param fits whether it lasts no longer than was asked; a line that does not fit is complete all the same
 * @param guide whether this is only a guide track: Mandarin spoken with English sounds
 */
public record SpokenLine(int durationMs, int sampleRate, double speedUp, boolean fits, boolean guide) {}
