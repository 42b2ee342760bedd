package vn.lienthong.node.sandbox.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.core.calendar.WorkingCalendar;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.DocumentType;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.Promulgation;
import vn.lienthong.core.document.Signer;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.pdf.AdministrativeLetter;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.ParcelParties;
import vn.lienthong.node.platform.InSandbox;
import vn.lienthong.node.sandbox.SandboxAgency;
import vn.lienthong.node.training.simulation.Act;
import vn.lienthong.node.training.simulation.Performer.Result;
import vn.lienthong.node.training.simulation.Post;
import vn.lienthong.node.training.simulation.Posting;

/** Sends a letter of a simulated agency to whoever has sent it something. */
@Component
@InSandbox
class SandboxPosting implements Posting {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxPosting.class);
    private static final String SUBJECT = "Về việc thử kết nối hệ thống quản lý văn bản (thử nghiệm)";
    private static final int NUMBERS = 9000;

    private final Post post;
    private final ParcelParties parties;
    private final SandboxClock clock;
    private final InstantSource real;

    SandboxPosting(Post post, ParcelParties parties, SandboxClock clock, InstantSource clockOfTheDay) {
        this.post = post;
        this.parties = parties;
        this.clock = clock;
        this.real = clockOfTheDay;
    }

    @Override
    public Result send(Act act) {
        ParcelId cause = act.parcel();
        Optional<SandboxAgency> agency = SandboxAgency.of(act.agency());
        if (cause == null || agency.isEmpty()) {
            return new Result.Pointless();
        }
        Optional<AgencyCode> wished = parties.arrived(cause, act.agency()).map(ParcelParties.Arrived::sender);
        Optional<SigningKey> key = post.key(act.agency());
        if (wished.isEmpty() || key.isEmpty()) {
            return new Result.NotYet();
        }
        try {
            return send(agency.get(), wished.get(), cause, key.get());
        } catch (IOException | PdfSigningException e) {
            LOG.warn("a simulated agency cannot answer {} now: {}", cause, e.toString());
            return new Result.NotYet();
        }
    }

    private Result send(SandboxAgency agency, AgencyCode to, ParcelId cause, SigningKey key)
            throws IOException, PdfSigningException {
        DocumentCode number = new DocumentCode(Integer.toString(1 + Math.floorMod(cause.hashCode(), NUMBERS)), "MP");
        LocalDate day = WorkingCalendar.date(real.instant());
        Signer signer = new Signer("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH", "Lê Văn Mẫu");
        byte[] pdf = Post.sealed(
                page(agency, number, day, signer),
                new Post.Seal("THỬ NGHIỆM", agency.plainName()),
                key,
                real.instant());
        return post.send(
                order(agency, to, cause, metadata(agency, to, number, day, signer)),
                "van-ban-thu.pdf",
                pdf,
                parcel -> new Result.Done(SandboxPlan.sent(agency, parcel, clock.instant())));
    }

    /** The same name each time: however often it is tried, it is sent once. */
    private static DispatchOrder order(SandboxAgency agency, AgencyCode to, ParcelId cause, DocumentMetadata document) {
        Sha256 name = Sha256.of(("lienthong/sandbox/1\0" + cause).getBytes(StandardCharsets.US_ASCII));
        return new DispatchOrder(
                agency.code(), List.of(to), false, Optional.empty(), document, name, name, "sandbox:" + cause);
    }

    private static DocumentMetadata metadata(
            SandboxAgency agency, AgencyCode to, DocumentCode number, LocalDate day, Signer signer) {
        return DocumentMetadata.builder(Organization.of(agency.code(), agency.title()), SUBJECT)
                .recipients(List.of(Organization.of(to, name(to))))
                .code(number)
                .promulgation(new Promulgation("Sông Hương", day))
                .type(DocumentType.named("Công văn"))
                .signer(signer)
                .build();
    }

    private static String name(AgencyCode code) {
        return SandboxAgency.of(code).map(SandboxAgency::title).orElse(code.value());
    }

    private static AdministrativeLetter page(SandboxAgency agency, DocumentCode number, LocalDate day, Signer signer) {
        return new AdministrativeLetter(
                agency.bloc() == Bloc.PARTY ? AdministrativeLetter.PARTY_HEADING : AdministrativeLetter.STATE_HEADING,
                List.of("THỬ NGHIỆM", "CƠ QUAN MÔ PHỎNG"),
                number.display(),
                "Sông Hương, ngày " + day.getDayOfMonth() + " tháng " + day.getMonthValue() + " năm " + day.getYear(),
                "",
                SUBJECT,
                List.of("Quý cơ quan"),
                List.of(
                        "Văn bản này do môi trường thử gửi để hệ thống của Quý cơ quan tập nhận văn bản.",
                        "Ngay sau đây nơi gửi sẽ đề nghị lấy lại văn bản; đề nghị trả lời đồng ý (15) hoặc không"
                                + " (16)."),
                new AdministrativeLetter.Signatory(List.of(signer.competence(), signer.position()), signer.fullName()),
                List.of("Như trên;", "Lưu: VT."));
    }
}
