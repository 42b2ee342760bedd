package vn.lienthong.node.listener.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request pass only at the port that its path belongs to; elsewhere the path does not exist. Sits before every
 * filter and sees the decoded, normalised path.
 */
final class PortGuard extends ValveBase {

    private static final String EXCHANGE_PATHS = "/exchange/";

    private final Connector exchange;

    PortGuard(Connector exchange) {
        super(true);
        this.exchange = exchange;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        boolean atExchangePort = request.getConnector().equals(exchange);
        if (atExchangePort == belongsToExchange(request.getDecodedRequestURI())) {
            getNext().invoke(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static boolean belongsToExchange(@Nullable String path) {
        return path != null && path.startsWith(EXCHANGE_PATHS);
    }
}
