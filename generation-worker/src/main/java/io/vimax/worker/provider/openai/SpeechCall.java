package io.vimax.worker.provider.openai;

import io.vimax.worker.media.MediaType;
import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Product.Role;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.remote.FailureTable;
import io.vimax.worker.provider.remote.RemoteParts;
import io.vimax.worker.provider.remote.Reply;
import io.vimax.worker.provider.remote.Result;
import io.vimax.worker.provider.wire.Answer;
import io.vimax.worker.provider.wire.Endpoint;
import io.vimax.worker.provider.wire.WireCall;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lines by {@code POST /v1/audio/speech}: the answer is the sound itself. Asked for as WAV, whose end can be told. */
public final class SpeechCall {

    private static final int LONGEST_TEXT = 4_096;
    private static final double SLOWEST = 0.25;
    private static final double FASTEST = 4;

    private final RemoteParts parts;
    private final FailureTable failures;
    private final List<String> voices;

    /** @param voices of the server; speakers whose voice is none of them get one each, always the same */
    public SpeechCall(RemoteParts parts, FailureTable failures, List<String> voices) {
        this.parts = parts;
        this.failures = failures;
        this.voices = List.copyOf(voices);
    }

    public static Optional<String> objectionTo(String model, Work.Speech line) {
        return line.text().length() > LONGEST_TEXT
                ? Optional.of(model + " speaks at most " + LONGEST_TEXT + " characters at once, and the line has "
                        + line.text().length() + ". Split it.")
                : Optional.empty();
    }

    public Reply speak(Job<Work.Speech> job, Endpoint endpoint, String model) throws InterruptedException {
        Work.Speech line = job.work();
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("model", model)
                .put("input", line.text())
                .put("voice", voice(line))
                .put("response_format", "wav")
                .put("speed", Math.clamp(line.speed(), SLOWEST, FASTEST));
        Answer answer = parts.client()
                .send(WireCall.post(
                        endpoint,
                        endpoint.openAiBase() + "/audio/speech",
                        body,
                        job.generationId(),
                        parts.properties().longestWork()));
        return Reply.of(answer, failures, SpeechCall::sound);
    }

    /** A page or an object is no sound that came out wrong, but no answer at all. */
    private static Optional<Result> sound(Answer.Heard heard) {
        MediaType type = MediaType.sniff(heard.body());
        return switch (type) {
            case HTML, JSON, XML -> Optional.empty();
            case UNKNOWN ->
                heard.body().length > 0 && heard.text().strip().startsWith("\"")
                        ? Optional.empty()
                        : Optional.of(new Result.Bytes(Role.VOICE, heard.body()));
            default -> Optional.of(new Result.Bytes(Role.VOICE, heard.body()));
        };
    }

    private String voice(Work.Speech line) {
        return voices.contains(line.voice())
                ? line.voice()
                : voices.get(Math.floorMod(line.speaker().hashCode(), voices.size()));
    }
}
