package io.registrar.connection;

import io.registrar.limits.TrafficLimits;

/** What connections to a port are judged by, and where it is counted. */
record PortRules(ConnectionSettings settings, TrafficLimits limits, EndedConnections ended) {}
