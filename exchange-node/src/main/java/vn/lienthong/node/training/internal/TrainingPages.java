package vn.lienthong.node.training.internal;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.calendar.WorkingCalendar;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.training.TrainingAgency;
import vn.lienthong.node.web.Download;
import vn.lienthong.node.web.Downloads;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** The six tasks, the letter that is to be sent, and the sheet at the end. For the trainee's people only. */
@Controller
@ForTrainees
class TrainingPages {

    private static final String PATH = "/training";

    private final Lessons lessons;
    private final InstantSource clock;

    TrainingPages(Lessons lessons, InstantSource clock) {
        this.lessons = lessons;
        this.clock = clock;
    }

    private static void trainee(Person person) {
        if (!person.agencies().contains(TrainingAgency.TRAINEE.code())) {
            throw new NothingHereException();
        }
    }

    private List<Progress> shown(Person person, Model model) {
        trainee(person);
        List<Progress> progress = lessons.progress();
        model.addAttribute("lessons", progress);
        model.addAttribute("done", progress.stream().filter(Progress::isDone).count());
        model.addAttribute("agencies", TrainingAgency.simulated());
        return progress;
    }

    @GetMapping(PATH)
    String list(@AuthenticationPrincipal Person person, Model model) {
        model.addAttribute(
                "next",
                shown(person, model).stream()
                        .filter(progress -> !progress.isDone())
                        .map(progress -> progress.lesson().slug())
                        .findFirst()
                        .orElse(""));
        return "training/list";
    }

    @PostMapping(PATH + "/{slug}/again")
    String again(@AuthenticationPrincipal Person person, @PathVariable String slug, RedirectAttributes redirect) {
        trainee(person);
        Lesson lesson = Lesson.of(slug).orElseThrow(NothingHereException::new);
        lessons.begin(lesson);
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("training.again.done", lesson.number()));
        return "redirect:" + PATH + "#" + lesson.slug();
    }

    @GetMapping(PATH + "/sheet")
    String sheet(@AuthenticationPrincipal Person person, Model model) {
        Instant last = shown(person, model).stream()
                .flatMap(progress -> progress.doneAt().stream())
                .max(Instant::compareTo)
                .orElse(null);
        model.addAttribute("last", last);
        model.addAttribute("agency", TrainingAgency.TRAINEE.title());
        return "training/sheet";
    }

    @GetMapping(PATH + "/letter.pdf")
    ResponseEntity<StreamingResponseBody> letter(@AuthenticationPrincipal Person person) throws IOException {
        trainee(person);
        try {
            Instant now = clock.instant();
            byte[] pdf =
                    SamplePdf.toBeSent(SampleLetter.toBeSent(WorkingCalendar.date(now)), SampleLetter.CHAIRMAN, now);
            return Downloads.answer(
                    Optional.of(new Download("bao-cao-mau.pdf", "application/pdf", pdf.length, out -> out.write(pdf))));
        } catch (PdfSigningException e) {
            throw new IOException("the sample letter cannot be signed", e);
        }
    }
}
