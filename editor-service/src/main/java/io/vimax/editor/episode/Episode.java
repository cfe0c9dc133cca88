package io.vimax.editor.episode;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An episode. {@code version} is the version of the whole document and grows with every change of any part; {@code rowVersion}
 * guards the row itself.
 */
@Entity
public class Episode {

    @Id
    private UUID id;

    private UUID userId;
    private UUID seriesId;
    private int episodeNumber;
    private String title;
    private @Nullable String logline;
    private @Nullable String synopsis;

    @Convert(converter = JsonColumns.State.class)
    private EpisodeState state;

    private boolean autopilot;
    private boolean paused;
    private @Nullable String haltCode;
    private @Nullable String haltDetail;
    private long version;

    @Version
    private long rowVersion;

    private @Nullable String idea;
    private @Nullable String scriptText;
    private String scriptFormat;
    private @Nullable Integer seconds;
    private @Nullable Integer scenes;

    @Convert(converter = JsonColumns.Shape.class)
    private Ratio ratio;

    private String briefLanguage;
    private String language;
    private String style;
    private long seed;

    @Convert(converter = JsonColumns.Models.class)
    private Brief.ModelChoice models;

    private @Nullable Long budgetMicros;
    private int width;
    private int height;
    private int fps;

    @Convert(converter = JsonColumns.Cast.class)
    @Column(name = "characters")
    private List<CastMember> cast;

    @Convert(converter = JsonColumns.Mix.class)
    private AudioMix audio;

    private @Nullable UUID musicAssetId;
    private @Nullable String musicHash;
    private @Nullable UUID musicGenerationId;
    private Instant createdAt;
    private Instant updatedAt;

    @SuppressWarnings("NullAway") // Hibernate sets the fields.
    protected Episode() {}

    Episode(EpisodeStart start, UUID seriesId, int episodeNumber, Instant now) {
        Brief brief = start.brief();
        this.id = start.id();
        this.userId = start.userId();
        this.seriesId = seriesId;
        this.episodeNumber = episodeNumber;
        this.title = start.title();
        this.state = EpisodeState.SCRIPT_REVIEW;
        this.autopilot = start.autopilot();
        this.version = 1;
        this.idea = brief.idea();
        this.scriptText = brief.script();
        this.scriptFormat = brief.scriptFormat();
        this.seconds = brief.seconds();
        this.scenes = brief.scenes();
        this.ratio = brief.ratio();
        this.briefLanguage = brief.language();
        this.language = brief.language().equals("auto") ? start.guessedLanguage() : brief.language();
        this.style = brief.style();
        this.seed = brief.seed();
        this.models = brief.models();
        this.budgetMicros = start.budgetMicros();
        this.width = brief.ratio().width;
        this.height = brief.ratio().height;
        this.fps = Ratio.FPS;
        this.cast = List.of();
        this.audio = AudioMix.DEFAULT;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Something of the document changed: it has a new version. */
    void changed(Instant now) {
        version++;
        updatedAt = now;
    }

    /**
     * Moves along the table of states. What a state asks of the script and its results is checked by the guards before.
     *
     * @throws EpisodeException.TransitionRefused if the table has no such step
     */
    public void become(EpisodeState next) {
        if (!state.next().contains(next)) {
            throw new EpisodeException.TransitionRefused(
                    state, next, List.of("An episode in %s cannot go to %s.".formatted(state.label(), next.label())));
        }
        state = next;
    }

    /** The autopilot stops; what is made stays. */
    public void pause() {
        paused = true;
    }

    /** The autopilot may go on, and whatever stopped it is to be tried again. */
    public void unpause() {
        paused = false;
        haltCode = null;
        haltDetail = null;
    }

    /** The autopilot cannot go on by itself; the person reads why. */
    public void halt(String code, String detail) {
        paused = true;
        haltCode = code;
        haltDetail = detail;
    }

    /** A screenplay came: its words for the whole film replace what was guessed, the person's own title stays. */
    public void take(String writtenTitle, String writtenLogline, String writtenLanguage, List<CastMember> writtenCast) {
        if (title.equals(UNTITLED)) {
            title = writtenTitle;
        }
        logline = writtenLogline;
        language = writtenLanguage;
        cast = List.copyOf(writtenCast);
    }

    /** Title of an episode that got none until its screenplay names one. */
    public static final String UNTITLED = "Untitled";

    public void rename(String newTitle) {
        title = newTitle;
    }

    /** What is told about it in lists. */
    public void describe(@Nullable String newSynopsis) {
        synopsis = newSynopsis;
    }

    public void mix(AudioMix newAudio) {
        audio = newAudio;
    }

    public void score(UUID assetId, String contentHash, UUID generationId) {
        musicAssetId = assetId;
        musicHash = contentHash;
        musicGenerationId = generationId;
    }

    public UUID id() {
        return id;
    }

    public UUID userId() {
        return userId;
    }

    public UUID seriesId() {
        return seriesId;
    }

    public int episodeNumber() {
        return episodeNumber;
    }

    public String title() {
        return title;
    }

    public EpisodeState state() {
        return state;
    }

    public boolean autopilot() {
        return autopilot;
    }

    public boolean paused() {
        return paused;
    }

    public long version() {
        return version;
    }

    public AudioMix audio() {
        return audio;
    }

    /** A copy that no later change touches. */
    public EpisodeFacts facts() {
        return new EpisodeFacts(
                id,
                userId,
                seriesId,
                episodeNumber,
                title,
                logline,
                synopsis,
                state,
                autopilot,
                paused,
                haltCode,
                haltDetail,
                version,
                new Brief(idea, scriptText, scriptFormat, seconds, scenes, ratio, briefLanguage, style, seed, models),
                language,
                budgetMicros,
                width,
                height,
                fps,
                cast,
                audio,
                musicAssetId,
                musicHash,
                musicGenerationId,
                createdAt,
                updatedAt);
    }
}
