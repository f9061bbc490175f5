// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/httpexchange.h"

#include "net/connectionexchange.h"
#include "net/httpjob.h"
#include "net/managerexchange.h"

namespace LumaSync {

HttpExchange *HttpExchange::make(QNetworkAccessManager *manager, const HttpRequest &request, QObject *parent)
{
    if (request.device || !request.body.isEmpty()) {
        if (HttpExchange *exchange = ConnectionExchange::make(manager, request, parent))
            return exchange;
    }
    return new ManagerExchange(manager, request, parent);
}

} // namespace LumaSync
