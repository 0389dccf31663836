// SPDX-License-Identifier: GPL-3.0-or-later
// REST over a web socket (capability rest). The documentation names the capability, not its frames; the form here is ours [A]:
// ["rest",{"qid":1,"verb":"GET","path":"/rest/v1/service/svcscripts","query":{"mask":"code"},"body":…}] is answered with
// ["rest_result",{"qid":1,"result":"ok","status":200,"data":…}], or with "result":"error", "errormsg" and the status. The request goes to
// the handlers that HTTP has, with the rights of the connection's session. The content of files is not sent so.
#pragma once

#include "protocol/frame.h"
#include "simulator/http.h"

namespace signalbox::simulator {

/// The request that the body of a frame describes. Error: bad_request, with what is wrong.
core::Result<HttpRequest> restRequestOf(const core::Json &body);

/// Has the node answer the frame for this session: the whole text of the answer.
QByteArray answerRest(Node &node, const SessionPtr &session, const QString &address, const protocol::Frame &frame);

} // namespace signalbox::simulator
