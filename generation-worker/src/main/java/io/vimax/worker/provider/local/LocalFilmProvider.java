package io.vimax.worker.provider.local;

import io.vimax.worker.media.Ffmpeg;
import io.vimax.worker.media.PosterFrame;
import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Product;
import io.vimax.worker.provider.ProgressListener;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.port.FilmProvider;
import io.vimax.worker.render.FilmRenderer;
import io.vimax.worker.render.RenderPlan;
import io.vimax.worker.render.RenderReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Films by the renderer, with poster and captions beside them. */
@Component
class LocalFilmProvider extends LocalProvider<Work.Render> implements FilmProvider {

    private static final int STAGES = 3;
    private static final int WIDEST_POSTER = 1280;

    private final LocalJobs jobs;
    private final FilmPlans plans;
    private final FilmRenderer renderer;
    private final PosterFrame posters;

    LocalFilmProvider(LocalJobs jobs, FilmPlans plans, Ffmpeg ffmpeg) {
        super(jobs);
        this.jobs = jobs;
        this.plans = plans;
        this.renderer = new FilmRenderer(ffmpeg);
        this.posters = new PosterFrame(ffmpeg);
    }

    @Override
    Made make(Job<Work.Render> job, Path folder, ProgressListener progress) throws Exception {
        Work.Render film = job.work();
        var cards = progress.stage("drawing the cards", 1, STAGES);
        cards.accept(0);
        RenderPlan plan = plans.plan(job, folder);
        RenderReport report = renderer.render(
                plan,
                jobs.workFolder(job.episodeId()),
                folder.resolve(FilmPlans.FILM),
                progress.stage("rendering", 2, STAGES));
        progress.stage("making the poster", STAGES, STAGES).accept(1);
        posters.write(
                folder.resolve(FilmPlans.FILM),
                posterMoment(film, report),
                WIDEST_POSTER,
                folder.resolve("poster.jpg"));

        List<Made.File> files = new ArrayList<>();
        files.add(new Made.File(
                Product.Role.FILM, FilmPlans.FILM, finite(report.integratedLufs()), finite(report.truePeakDbtp())));
        if (plan.captions().webVtt() != null) {
            files.add(new Made.File(Product.Role.CAPTIONS_VTT, FilmPlans.WEB_VTT, null, null));
        }
        if (plan.captions().subRip() != null) {
            files.add(new Made.File(Product.Role.CAPTIONS_SRT, FilmPlans.SUBRIP, null, null));
        }
        files.add(new Made.File(Product.Role.POSTER, "poster.jpg", null, null));
        return new Made(List.copyOf(files), null);
    }

    /** The middle of the first clip: the title card says only what stands beside the poster anyway. */
    private static long posterMoment(Work.Render film, RenderReport report) {
        long middle = film.titleCardMs()
                + (film.clips().isEmpty() ? 0 : film.clips().getFirst().durationMs() / 2);
        return Math.min(middle, Math.max(0, report.durationMs() - 1));
    }

    /** The peak of silence is minus infinity, which JSON does not have. */
    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
