package vn.lienthong.node.revocation.internal;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.pdf.PdfSignatureCheck;
import vn.lienthong.crypto.pdf.PdfValidation;
import vn.lienthong.crypto.pdf.PdfVerdict;
import vn.lienthong.crypto.revocation.RevocationAnswer;
import vn.lienthong.crypto.revocation.RevocationQuestion;
import vn.lienthong.node.revocation.Revocations;
import vn.lienthong.node.revocation.Standing;
import vn.lienthong.node.revocation.internal.AnswerFiles.Form;
import vn.lienthong.node.revocation.internal.AnswerFiles.Kept;

/** Kept answers first, then the responder, then the list. */
final class AskedRevocations implements Revocations {

    private static final Logger LOG = LoggerFactory.getLogger(AskedRevocations.class);

    private final AnswerFiles files;
    private final AnswerCalls calls;
    private final RevocationProperties settings;
    private final InstantSource clock;

    AskedRevocations(AnswerFiles files, AnswerCalls calls, RevocationProperties settings, InstantSource clock) {
        this.files = files;
        this.calls = calls;
        this.settings = settings;
        this.clock = clock;
    }

    /** An answer with its file. */
    private record Known(Kept kept, RevocationAnswer answer) {

        Instant of() {
            return switch (answer) {
                case RevocationAnswer.Good good -> good.of();
                case RevocationAnswer.Revoked revoked -> revoked.of();
                case RevocationAnswer.Refused _ -> Instant.MIN;
            };
        }

        Instant until() {
            return switch (answer) {
                case RevocationAnswer.Good good -> good.until();
                case RevocationAnswer.Revoked revoked -> revoked.until();
                case RevocationAnswer.Refused _ -> Instant.MIN;
            };
        }

        boolean counts() {
            return !(answer instanceof RevocationAnswer.Refused);
        }
    }

    @Override
    public Standing of(List<X509Certificate> chain) {
        if (chain.size() < 2) {
            return new Standing.Unknown(Standing.Why.NO_PLACE);
        }
        RevocationQuestion question = new RevocationQuestion(chain.get(0), chain.get(1));
        List<URI> responders = calls.allowed(question.responders());
        List<URI> lists = calls.allowed(question.lists());
        Sha256 name = Sha256.ofParts(Certificates.encode(chain.get(1)), Certificates.encode(chain.get(0)));
        Optional<Known> before = kept(name, question);
        Instant now = clock.instant();
        if (before.isPresent()
                && (isFinal(before.get()) || now.isBefore(before.get().until()))) {
            return standing(before.get(), now);
        }
        Optional<Known> fresh = ask(question, responders, lists, before, now);
        fresh.ifPresent(known -> keep(name, known.kept()));
        Optional<Known> best = fresh.or(() -> before);
        if (best.isPresent() && now.isBefore(latest(best.get().until(), settings.grace()))) {
            return standing(best.get(), now);
        }
        if (responders.isEmpty() && lists.isEmpty()) {
            boolean named =
                    !question.responders().isEmpty() || !question.lists().isEmpty();
            return new Standing.Unknown(named ? Standing.Why.NOT_ALLOWED : Standing.Why.NO_PLACE);
        }
        return new Standing.Unknown(Standing.Why.NO_ANSWER);
    }

    private static Instant latest(Instant until, Duration grace) {
        return until.plus(grace);
    }

    /** What was revoked stays so, whatever is said later. */
    private static boolean isFinal(Known known) {
        return known.answer() instanceof RevocationAnswer.Revoked;
    }

    private static Standing standing(Known known, Instant now) {
        Instant fetched = known.kept().fetchedAt();
        return switch (known.answer()) {
            case RevocationAnswer.Good(Instant of, Instant until) ->
                new Standing.Good(fetched, of, !now.isBefore(until));
            case RevocationAnswer.Revoked(Instant since, Instant of, Instant _) ->
                new Standing.Revoked(since, fetched, of);
            case RevocationAnswer.Refused _ -> new Standing.Unknown(Standing.Why.NO_ANSWER);
        };
    }

    private Optional<Known> kept(Sha256 name, RevocationQuestion question) {
        try {
            return files.read(name).map(kept -> known(kept, question)).filter(Known::counts);
        } catch (IOException e) {
            LOG.warn("a kept answer about a certificate cannot be read: {}", e.toString());
            return Optional.empty();
        }
    }

    private Known known(Kept kept, RevocationQuestion question) {
        Instant now = clock.instant();
        return new Known(
                kept,
                switch (kept.form()) {
                    case OCSP -> question.ocsp(kept.octets().toByteArray(), now);
                    case LIST -> question.list(kept.octets().toByteArray(), now);
                });
    }

    private void keep(Sha256 name, Kept kept) {
        try {
            files.write(name, kept);
        } catch (IOException e) {
            LOG.warn("an answer about a certificate cannot be kept: {}", e.toString());
        }
    }

    private Optional<Known> ask(
            RevocationQuestion question, List<URI> responders, List<URI> lists, Optional<Known> before, Instant now) {
        for (URI responder : responders) {
            Optional<Known> answer = one(question, responder, Form.OCSP, before, now);
            if (answer.isPresent()) {
                return answer;
            }
        }
        for (URI list : lists) {
            Optional<Known> answer = one(question, list, Form.LIST, before, now);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    /** Asks one place. An answer that is over, or older than the one before, is a replay or a fault of theirs: it does not count. */
    private Optional<Known> one(
            RevocationQuestion question, URI place, Form form, Optional<Known> before, Instant now) {
        try {
            byte[] octets = form == Form.OCSP
                    ? calls.ask(place, question.ocspRequest(), RevocationQuestion.MAX_OCSP)
                    : calls.fetch(place, RevocationQuestion.MAX_LIST);
            Known known = known(new Kept(now, form, Octets.of(octets)), question);
            boolean older =
                    before.isPresent() && known.of().isBefore(before.get().of());
            if (known.counts() && now.isBefore(known.until()) && !older) {
                return Optional.of(known);
            }
            LOG.warn(
                    "the answer of {} about a certificate does not count: {}",
                    place.getHost(),
                    known.answer() instanceof RevocationAnswer.Refused refused ? refused.detail() : "it is too old");
        } catch (IOException e) {
            LOG.info("{} does not answer about a certificate: {}", place.getHost(), e.toString());
        }
        return Optional.empty();
    }

    @Override
    public PdfValidation judge(PdfValidation validation, Use use) {
        if (settings.hosts().isEmpty() || !(validation instanceof PdfValidation.Signed signed)) {
            return validation;
        }
        List<PdfSignatureCheck> checks = new ArrayList<>();
        PdfVerdict overall = signed.verdict();
        for (PdfSignatureCheck check : signed.signatures()) {
            PdfVerdict verdict = check.verdict().isValid() ? verdict(of(check.chain()), use) : check.verdict();
            checks.add(check.with(verdict));
            boolean worse = verdict instanceof PdfVerdict.Invalid || overall.isValid();
            overall = check.verdict().isValid() && !verdict.isValid() && worse ? verdict : overall;
        }
        return new PdfValidation.Signed(checks, overall);
    }

    /** A claimed time of signing proves nothing: whoever stole the key claims an earlier one. */
    private PdfVerdict verdict(Standing standing, Use use) {
        return switch (standing) {
            case Standing.Good _ -> new PdfVerdict.Valid();
            case Standing.Revoked(Instant since, Instant checkedAt, Instant answerOf) ->
                new PdfVerdict.Invalid("the certificate was revoked on " + since + "; checked at " + checkedAt
                        + ", answer of " + answerOf);
            case Standing.Unknown(Standing.Why why) ->
                settings.hard().contains(use)
                        ? new PdfVerdict.Indeterminate("whether the certificate was revoked is not known: " + why)
                        : new PdfVerdict.Valid();
        };
    }
}
