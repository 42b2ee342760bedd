package vn.lienthong.node.directory.internal.server;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryChange.AgencyClosed;
import vn.lienthong.core.directory.DirectoryChange.AgencyPut;
import vn.lienthong.core.directory.DirectoryChange.CertificateRevoked;
import vn.lienthong.core.directory.DirectoryChange.NodeRevoked;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.node.directory.internal.server.PublicationLog.Draft;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;

/** What the administrators of the directory decide about agencies, nodes and certificates. */
final class AgencyAdministration {

    private static final List<SuiteId> SUITES = List.of(new SuiteId("LT-1"), new SuiteId("LT-2"));

    private final PublicationLog log;
    private final TokenTable tokens;
    private final AnnouncedAgencies announced;
    private final TimeOrderedIds ids;

    AgencyAdministration(PublicationLog log, TokenTable tokens, AnnouncedAgencies announced, TimeOrderedIds ids) {
        this.log = log;
        this.tokens = tokens;
        this.announced = announced;
        this.ids = ids;
    }

    /**
     * An agency to be registered.
     *
     * @param code its code
     * @param name its official name
     * @param bloc its bloc
     * @param node the node that serves it
     * @param parent code of the agency above it; null at the top
     * @param validFrom from when on the code is its; null for now
     */
    record NewAgency(
            AgencyCode code,
            String name,
            Bloc bloc,
            NodeId node,
            @Nullable AgencyCode parent,
            @Nullable Instant validFrom) {}

    /**
     * An agency that was registered.
     *
     * @param agencyId its lasting identity
     * @param sequence the publication that lists it
     */
    record Registered(AgencyId agencyId, long sequence) {}

    /** Publishes an agency at once, or together with its node if that has not enrolled yet. */
    Registered register(NewAgency wish) {
        return log.append((current, now) -> {
            boolean active = isActive(current, wish.node(), now);
            if (!active && !isAnnounced(wish.node(), now)) {
                throw invalid("/nodeId", "Nút chưa đăng ký hoặc đã bị thu hồi");
            }
            Instant from = wish.validFrom() == null ? now : wish.validFrom();
            if (current.agency(wish.code(), from).isPresent()) {
                throw new ProblemException(ErrorCode.DIRECTORY_CONFLICT);
            }
            AgencyId id = new AgencyId(ids.next());
            Agency agency = new Agency(
                    id,
                    wish.bloc(),
                    wish.name(),
                    List.of(new CodeValidity(wish.code(), from, null)),
                    parent(current, wish.parent(), now));
            if (!active) {
                announced.add(agency, wish.node());
            }
            return new Draft<>(
                    active ? List.of(listed(agency, wish.node())) : List.of(),
                    sequence -> new Registered(id, sequence));
        });
    }

    /** Ends a code; its documents go to the successors from then on. */
    long close(AgencyCode code, Instant at, List<AgencyCode> successors) {
        return log.append((current, now) -> {
            requireKnown(current, code, now);
            successors.forEach(successor -> requireSuccessor(current, successor, at));
            return Draft.of(new AgencyClosed(code, at, successors), sequence -> sequence);
        });
    }

    long revoke(NodeId node, String reason) {
        if (node.equals(NodeRegistration.DIRECTORY)) {
            throw new ProblemException(ErrorCode.DIRECTORY_CONFLICT);
        }
        return log.append((current, now) -> {
            if (current.node(node).isEmpty()) {
                throw new ProblemException(ErrorCode.NOT_FOUND);
            }
            return Draft.of(new NodeRevoked(node, reason, now), sequence -> sequence);
        });
    }

    long revoke(Sha256 certificate, String reason) {
        return log.append((current, now) -> {
            if (current.owner(certificate).isEmpty()) {
                throw new ProblemException(ErrorCode.NOT_FOUND);
            }
            DirectoryChange change = new CertificateRevoked(certificate, reason, now);
            return Draft.of(change, sequence -> sequence);
        });
    }

    /** The change that lists an agency. */
    static DirectoryChange listed(Agency agency, NodeId node) {
        return new AgencyPut(agency, node, SUITES);
    }

    private static boolean isActive(DirectorySnapshot current, NodeId node, Instant now) {
        return !node.equals(NodeRegistration.DIRECTORY)
                && current.node(node).filter(entry -> entry.takesPartAt(now)).isPresent();
    }

    private boolean isAnnounced(NodeId node, Instant now) {
        return tokens.open(now).stream().anyMatch(token -> token.node().equals(node));
    }

    private static void requireKnown(DirectorySnapshot current, AgencyCode code, Instant now) {
        if (current.agency(code, now).isEmpty()) {
            throw new ProblemException(ErrorCode.NOT_FOUND);
        }
    }

    private static void requireSuccessor(DirectorySnapshot current, AgencyCode successor, Instant at) {
        if (current.agency(successor, at).isEmpty()) {
            throw invalid("/successors", "Không có đơn vị kế thừa mang mã này");
        }
    }

    private static @Nullable AgencyId parent(DirectorySnapshot current, @Nullable AgencyCode code, Instant now) {
        if (code == null) {
            return null;
        }
        AgencyEntry parent =
                current.agency(code, now).orElseThrow(() -> invalid("/parent", "Không có đơn vị cấp trên mang mã này"));
        return parent.agency().id();
    }

    private static ProblemException invalid(String pointer, String message) {
        return new ProblemException(ErrorCode.FIELD_INVALID, List.of(FieldProblem.invalid(pointer, message)));
    }
}
