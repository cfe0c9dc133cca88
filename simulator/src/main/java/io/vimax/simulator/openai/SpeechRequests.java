package io.vimax.simulator.openai;

import io.vimax.simulator.desk.Call;
import io.vimax.simulator.desk.CallRefused;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.desk.SpoiltFile;
import io.vimax.simulator.http.Reply;
import io.vimax.simulator.job.Order;
import io.vimax.simulator.media.SpeechFormat;
import io.vimax.simulator.model.ModelCard;
import io.vimax.simulator.model.WorkKind;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** {@code POST /v1/audio/speech}: the answer is the sound itself. */
public final class SpeechRequests {

    private static final int LONGEST_INPUT = 4096;
    private static final Set<String> VOICES = Set.of(
            "alloy", "ash", "ballad", "cedar", "coral", "echo", "fable", "marin", "nova", "onyx", "sage", "shimmer",
            "verse");

    private SpeechRequests() {}

    public static Reply answer(Call call) throws InterruptedException {
        call.caller();
        JsonNode body = call.json();
        ModelCard model = call.model(Json.required(body, "model"), WorkKind.SPEECH);
        String input = Json.required(body, "input");
        if (input.length() > LONGEST_INPUT) {
            throw CallRefused.unacceptable("input", "String should have at most 4096 characters");
        }
        String voice = Json.required(body, "voice");
        if (!VOICES.contains(voice)) {
            throw CallRefused.unacceptable("voice", "Invalid value: '" + voice + "'. Supported values are: " + VOICES);
        }
        double speed = body.path("speed").asDouble(1);
        if (speed < 0.25 || speed > 4) {
            throw CallRefused.unacceptable("speed", "speed must be between 0.25 and 4.0");
        }
        SpeechFormat format = format(Json.string(body, "response_format").orElse("mp3"));
        return call.intake().now(Order.words(model, input), word -> "speech-" + word, job -> {
            byte[] sound = call.desk().media().speech(input, speed, format, job.id());
            SpoiltFile file = SpoiltFile.of(
                    job.strikes(), format.contentType(), sound, call.desk().media());
            return Reply.of(200, file.contentType(), file.bytes());
        });
    }

    /** The real provider also has opus, aac and flac, which would need FFmpeg here. */
    private static SpeechFormat format(String name) {
        return switch (name) {
            case "mp3", "wav", "pcm" -> SpeechFormat.valueOf(name.toUpperCase(Locale.ROOT));
            default ->
                throw CallRefused.unacceptable("response_format", "The simulator makes mp3, wav and pcm, not " + name);
        };
    }
}
