package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.lienthong.core.evidence.ChainCheck;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceChain;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.client.EvidenceItem;
import vn.lienthong.node.client.proof.DirectoryRecord;
import vn.lienthong.node.client.proof.EvidenceProof;

/**
 * What is proven about a parcel by evidence and directory alone, whatever the nodes say about it.
 *
 * @param entries genuine evidence, in the order of a delivery's life
 */
record ProvenTravel(List<EvidenceChain.Entry> entries) {

    ProvenTravel {
        entries = List.copyOf(entries);
    }

    /** Checks every signature; one that does not hold fails the test. */
    static ProvenTravel of(List<EvidenceItem> items, DirectoryRecord record) {
        List<EvidenceChain.Entry> entries = new ArrayList<>();
        for (EvidenceItem item : items) {
            EvidenceProof proof = EvidenceProof.of(item.signedOctets(), item.signatureOctets(), record);
            assertThat(proof).isInstanceOf(EvidenceProof.Proven.class);
            if (proof instanceof EvidenceProof.Proven(Evidence evidence)) {
                entries.add(new EvidenceChain.Entry(evidence, Sha256.of(item.signedOctets())));
            }
        }
        entries.sort(Comparator.comparing(entry -> entry.evidence().event().stage()));
        return new ProvenTravel(entries);
    }

    /** The chain of one recipient: the acceptance, which is about all, and what is about this one. */
    List<EvidenceChain.Entry> chain(String recipient) {
        AgencyCode code = new AgencyCode(recipient);
        return entries.stream()
                .filter(entry -> {
                    AgencyCode about = entry.evidence().subject().recipient();
                    return about == null || about.equals(code);
                })
                .toList();
    }

    /** Asserts that the chain consists of exactly these events and is complete when the last of them is final. */
    void assertEvents(String recipient, EvidenceEvent... events) {
        List<EvidenceChain.Entry> chain = chain(recipient);
        assertThat(chain).extracting(entry -> entry.evidence().event()).containsExactly(events);
        EvidenceEvent last = events[events.length - 1];
        assertThat(EvidenceChain.check(chain))
                .isEqualTo(last.isFinal() ? new ChainCheck.Complete(last) : new ChainCheck.Open());
    }

    /** Asserts that the chain begins with the acceptance, goes on with a consignment and has nothing wrong in it. */
    void assertIntact(String recipient) {
        List<EvidenceChain.Entry> chain = chain(recipient);
        assertThat(chain)
                .extracting(entry -> entry.evidence().event())
                .startsWith(EvidenceEvent.SUBMISSION_ACCEPTANCE, EvidenceEvent.CONTENT_CONSIGNMENT);
        assertThat(EvidenceChain.check(chain)).isNotInstanceOf(ChainCheck.Broken.class);
    }
}
