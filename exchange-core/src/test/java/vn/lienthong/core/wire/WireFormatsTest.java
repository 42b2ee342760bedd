package vn.lienthong.core.wire;

import org.junit.jupiter.api.Test;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.message.RecipientsManifest;

class WireFormatsTest {

    @Test
    void headersSurviveTheWireUnchanged() {
        Property.codecKeepsItsPromises(WireFormats.PARCEL_HEADER, Samples::header);
    }

    @Test
    void recipientListsSurviveTheWireUnchanged() {
        Property.codecKeepsItsPromises(WireFormats.RECIPIENTS, samples -> RecipientsManifest.of(samples.header()));
    }

    @Test
    void evidenceSurvivesTheWireUnchanged() {
        Property.codecKeepsItsPromises(WireFormats.EVIDENCE, Samples::evidence);
    }

    @Test
    void signedEvidenceSurvivesTheWireUnchanged() {
        Property.codecKeepsItsPromises(WireFormats.SIGNED_EVIDENCE, Samples::signedEvidence);
    }

    @Test
    void documentsSurviveTheWireUnchanged() {
        Property.codecKeepsItsPromises(WireFormats.DOCUMENT, samples -> new DocumentSamples(samples).document());
    }

    @Test
    void publicationsSurviveTheWireUnchanged() {
        Property.codecKeepsItsPromises(WireFormats.PUBLICATION, samples -> new DirectorySamples(samples).publication());
    }

    @Test
    void pagesOfPublicationsSurviveTheWireUnchanged() {
        Property.codecKeepsItsPromises(WireFormats.PUBLICATION_PAGE, samples -> new DirectorySamples(samples).page());
    }

    @Test
    void answersToParcelsSurviveTheWireUnchanged() {
        Property.codecKeepsItsPromises(WireFormats.TRANSFER_ANSWERS, samples -> new AnswerSamples(samples).answers());
    }

    @Test
    void statementsSurviveTheWireUnchanged() {
        Property.codecKeepsItsPromises(WireFormats.STATEMENT, samples -> new StatementSamples(samples).statement());
    }

    @Test
    void batchesOfStatementsSurviveTheWireUnchanged() {
        Property.codecKeepsItsPromises(WireFormats.STATEMENT_BATCH, samples -> new StatementSamples(samples).batch());
    }

    @Test
    void batchesOfEvidenceSurviveTheWireUnchanged() {
        Property.codecKeepsItsPromises(WireFormats.EVIDENCE_BATCH, samples -> new AnswerSamples(samples).batch());
    }

    @Test
    void answersToEvidenceSurviveTheWireUnchanged() {
        Property.codecKeepsItsPromises(
                WireFormats.EVIDENCE_ANSWERS, samples -> new AnswerSamples(samples).evidenceAnswers());
    }

    @Test
    void receiptsSurviveTheWireUnchanged() {
        Property.codecKeepsItsPromises(WireFormats.RECEIPT_BATCH, samples -> new AnswerSamples(samples).receipts());
    }

    @Test
    void commitmentsSurviveTheWireUnchanged() {
        Property.codecKeepsItsPromises(
                WireFormats.LOG_COMMITMENT,
                samples -> new LogCommitment(samples.any(LogCommitment.Kind.class), samples.sha256()));
    }
}
